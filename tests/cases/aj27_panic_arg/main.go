package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

var n int
func debug(i int) bool { return false }
func main() { if debug(1 / n) { schedinit() } }
