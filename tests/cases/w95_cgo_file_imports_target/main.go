package main

import _ "unsafe"

//go:linkname hidden example.com/c/lib.hidden
func hidden()

func main() { hidden() }
