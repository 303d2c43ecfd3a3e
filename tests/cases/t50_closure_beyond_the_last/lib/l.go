package lib

var X func()

func F() { X = func() { println(1) } }
