package main

var p uintptr

func main() { println(p) }
