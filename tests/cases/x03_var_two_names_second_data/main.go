package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname b example.com/c/lib.x
var a, b = 0, 7

func main() { println(a, b) }
