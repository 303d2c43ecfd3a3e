package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func maybe(b bool) {
	if b {
		panic("x")
	}
}
func main() {
	maybe(false)
	schedinit()
}
