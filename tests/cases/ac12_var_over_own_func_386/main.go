package main

import (
	_ "unsafe"

	"example.com/c/lib"
)

//go:linkname v example.com/c/lib.F
var v int

func main() { lib.F(); println(v) }
