package main

import _ "unsafe"

//go:linkname hidden
func hidden()

func main() { hidden() }
