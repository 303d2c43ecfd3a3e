package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.M.func1
func f()

func main() { lib.M[int](); f() }
