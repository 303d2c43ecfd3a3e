package main

import (
	_ "unsafe"

	_ "example.com/x/lib"
)

//go:linkname f example.com/x/lib.h
func f() {}

func main() { f() }
