package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type logger interface{ enabled() bool }
type noop struct{}
func (noop) enabled() bool { return false }
var l logger = noop{}
func main() {
	if l.enabled() { schedinit() }
}
