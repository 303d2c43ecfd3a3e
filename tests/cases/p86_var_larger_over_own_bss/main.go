package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.v
var v [8]int

func main() { println(v[0]) }
