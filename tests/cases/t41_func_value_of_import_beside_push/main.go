package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.F
func f() { println(1) }

var x = lib.F

func main() { x() }
