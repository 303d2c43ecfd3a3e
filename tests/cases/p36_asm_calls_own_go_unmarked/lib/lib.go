package lib

func hello() { println("hello") }

var H = hello
