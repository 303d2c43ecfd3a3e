package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname m example.com/c/lib.(*Outer).M
func m(o *lib.Outer)

func main() { m(new(lib.Outer)) }
