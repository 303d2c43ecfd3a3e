package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.F.func9
func f()

func main() { lib.F(); f() }
