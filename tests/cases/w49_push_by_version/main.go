package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname hidden
func hidden()

func main() { hidden() }
