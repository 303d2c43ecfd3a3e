package main

import _ "unsafe"

//go:linkname x main.y
var x = 3

func main() { println(x) }
