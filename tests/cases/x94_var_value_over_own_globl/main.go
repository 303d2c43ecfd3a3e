package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.table
var v uint64 = 4

func main() { println(v) }
