package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname hidden example.com/c/lib.hidden
func hidden()

func main() { hidden() }
