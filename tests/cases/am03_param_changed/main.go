package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func f(b bool) bool {
	b = !b
	return b
}
func main() { if f(false) { schedinit() } }
