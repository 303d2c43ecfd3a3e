package main

import (
	_ "unsafe"

	"example.com/c/lib"
)

//go:linkname f example.com/c/lib.V
func f()

//go:linkname v example.com/c/lib.F
var v int

var z int

func main() { if z > 0 { f() }; lib.F(); println(v) }
