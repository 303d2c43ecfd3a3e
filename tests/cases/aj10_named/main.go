package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func debug() (d bool) { return }
func main() { if debug() { schedinit() } }
