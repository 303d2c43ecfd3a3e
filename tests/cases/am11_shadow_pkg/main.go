package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type t struct{}
func (t) Enabled() bool { return true }
func main() {
	lib := t{}
	if lib.Enabled() { schedinit() }
}
