package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func debug() bool {
	const d = false
	return d
}
func main() { if debug() { schedinit() } }
