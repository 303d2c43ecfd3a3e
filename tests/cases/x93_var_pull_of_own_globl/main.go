package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.table
var v [4]uint64

func main() { println(v[0]) }
