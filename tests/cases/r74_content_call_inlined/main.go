package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v = one()

func one() int { return 1 }

func main() { println(&v) }
