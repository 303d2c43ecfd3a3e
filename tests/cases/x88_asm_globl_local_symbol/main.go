package main

func v() uintptr

var target [4]int

func main() { println(v()) }
