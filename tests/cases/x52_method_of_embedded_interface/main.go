package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname m example.com/c/lib.(*Outer).Read
func m(o *lib.Outer, p []byte) (int, error)

func main() { println(m(nil, nil)) }
