package main

var x int

func main() { println(x) }
