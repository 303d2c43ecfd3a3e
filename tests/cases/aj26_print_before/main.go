package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func debug() bool {
	println("asked")
	return false
}
func main() { if debug() { schedinit() } }
