package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func debug() bool {
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	println("a", "b", "c", "d")
	return false
}
func main() { if debug() { schedinit() } }
