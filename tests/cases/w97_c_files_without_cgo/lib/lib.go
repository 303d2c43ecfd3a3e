package lib

func bare()

func F() {}
