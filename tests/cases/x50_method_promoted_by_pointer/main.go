package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname m example.com/c/lib.Outer.hello
func m(o lib.Outer) string

func main() { println(m(lib.New())) }
