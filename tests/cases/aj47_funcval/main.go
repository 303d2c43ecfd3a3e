package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func never() bool { return false }
func main() {
	f := never
	if f() { schedinit() }
}
