package lib

var z func()

func M[T any]() { z = func() { println(1) } }
