package main

import (
	_ "unsafe"

	"example.com/c/lib"
)

//go:linkname v example.com/c/lib.F
var v int8

func main() { lib.F(1); println(v) }
