package main

import (
	_ "example.com/c/_lib"
	_ "unsafe"
)

//go:linkname hidden example.com/c/_lib.hidden
func hidden()

func main() { hidden() }
