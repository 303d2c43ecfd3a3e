package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

//go:noinline
func debug(s string) bool { return false }
func main() { if debug("x") { schedinit() } }
