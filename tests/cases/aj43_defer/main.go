package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func debug() bool {
	defer println("x")
	return false
}
func main() { if debug() { schedinit() } }
