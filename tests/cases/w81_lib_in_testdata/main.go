package main

import (
	_ "example.com/c/testdata/lib"
	_ "unsafe"
)

//go:linkname hidden example.com/c/testdata/lib.hidden
func hidden()

func main() { hidden() }
