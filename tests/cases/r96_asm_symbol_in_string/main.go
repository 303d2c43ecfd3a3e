package main

var s uint64

func main() { println(s) }
