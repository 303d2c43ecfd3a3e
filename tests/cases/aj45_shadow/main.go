package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func debug() bool { return false }
func main() {
	debug := func() bool { return true }
	if debug() { schedinit() }
}
