package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname m example.com/c/lib.(*Outer).Get
func m(o *lib.Outer) int

func main() { println(m(new(lib.Outer))) }
