package main

import (
	_ "unsafe"

	"example.com/c/lib"
)

//go:linkname f example.com/c/lib._Cfunc_add
func f(a, b int32) int32

func main() { println(lib.Add(), f(1, 2)) }
