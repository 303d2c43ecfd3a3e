package main

var x = 3

func main() { println(x) }
