package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v = gen[int]

func gen[P any]() int { return 1 }

func main() { println(&v) }
