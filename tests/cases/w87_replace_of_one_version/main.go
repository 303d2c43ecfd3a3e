package main

import (
	_ "example.com/sub"
	_ "unsafe"
)

//go:linkname hidden example.com/sub.hidden
func hidden()

func main() { hidden() }
