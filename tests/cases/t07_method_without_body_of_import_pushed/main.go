package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.(*T).M
func f() {}

func main() { new(lib.T).M() }
