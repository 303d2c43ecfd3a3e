package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v = [9]uintptr{}

func main() { println(&v) }
