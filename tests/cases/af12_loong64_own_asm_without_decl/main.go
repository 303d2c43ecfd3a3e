package main

import (
	_ "unsafe"

	_ "example.com/c/lib"
)

//go:linkname f example.com/c/lib.f
func f()

func main() { f() }
