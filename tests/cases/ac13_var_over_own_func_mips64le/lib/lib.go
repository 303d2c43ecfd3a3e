package lib

var V func()

func F() {}
