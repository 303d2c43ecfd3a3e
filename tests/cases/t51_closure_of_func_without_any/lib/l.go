package lib

func F() { }
