package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

//go:noinline
func note(s string) {}
func debug() bool {
	note("x")
	note("y")
	return false
}
func main() { if debug() { schedinit() } }
