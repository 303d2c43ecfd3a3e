package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.w
func f()

func main() { f() }
