package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type logger interface{ enabled() bool }
type noop struct{}
func (*noop) enabled() bool { return false }
func main() {
	var l logger = &noop{}
	if l.enabled() { schedinit() }
}
