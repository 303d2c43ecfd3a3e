package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.(*T).M
func f(*lib.T) {}

func main() { println(lib.T(0)) }
