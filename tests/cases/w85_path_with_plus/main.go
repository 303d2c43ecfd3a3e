package main

import (
	_ "example.com/c/a-b/c++~x"
	_ "unsafe"
)

//go:linkname hidden example.com/c/a-b/c++~x.hidden
func hidden()

func main() { hidden() }
