package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type conf struct{}
func (conf) debug() bool { return false }
func main() {
	var c conf
	if c.debug() { schedinit() }
}
