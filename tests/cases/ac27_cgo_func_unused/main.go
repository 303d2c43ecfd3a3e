package main

import (
	_ "unsafe"

	"example.com/c/lib"
)

//go:linkname f example.com/c/lib._Cfunc_unused
func f(a int32) int32

func main() { println(lib.Add(), f(1)) }
