package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v = E(0)

type E int

func main() { println(&v) }
