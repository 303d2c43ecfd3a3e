package main

var x [4]int

func main() { println(x[0]) }
