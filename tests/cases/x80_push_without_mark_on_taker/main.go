package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname give example.com/c/lib.take
func give() {}

func main() { lib.F() }
