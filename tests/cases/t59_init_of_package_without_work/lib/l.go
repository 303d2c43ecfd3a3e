package lib

func init() { println(1) }

func F() {}
