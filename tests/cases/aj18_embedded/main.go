package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type base struct{}
func (base) debug() bool { return false }
type conf struct{ base }
func main() {
	var c conf
	if c.debug() { schedinit() }
}
