package main

var x = 7

func main() { println(x) }
