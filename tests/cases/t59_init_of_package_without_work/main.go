package main

import (
	_ "unsafe"
	"example.com/c/lib"
)

//go:linkname f example.com/c/lib.init
func f()

func main() { lib.F(); f() }
