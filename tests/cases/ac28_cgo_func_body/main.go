package main

import (
	_ "unsafe"

	"example.com/c/lib"
)

//go:linkname f example.com/c/lib._Cfunc_add
func f(a int32) int32 { return a }

func main() { println(lib.Run(), f(1)) }
