package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v = 1<<3 - 8

func main() { println(&v) }
