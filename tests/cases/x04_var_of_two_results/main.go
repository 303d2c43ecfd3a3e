package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname b example.com/c/lib.x
var a, b = f()

func f() (int, int) { return 1, 2 }

func main() { println(a, b) }
