package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func debug() bool {
	x := 3
	return x > 4
}
func main() { if debug() { schedinit() } }
