package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func never() bool { return false }
var f = never
func main() {
	if f() { schedinit() }
}
