package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname b example.com/c/lib.x
var a, b = 1, 0

func main() { println(a, b) }
