package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname a example.com/c/lib.x
var a int

//go:linkname b example.com/c/lib.y
var b = a

func main() { println(a, b) }
