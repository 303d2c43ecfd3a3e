package main

import (
	_ "example.com/c/sub"
	_ "unsafe"
)

//go:linkname hidden example.com/c/sub.hidden
func hidden()

func main() { hidden() }
