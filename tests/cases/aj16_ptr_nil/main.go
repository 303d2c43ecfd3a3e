package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type conf struct{}
func (c *conf) on() bool { return c != nil }
func main() {
	var c *conf
	if c.on() { schedinit() }
}
