package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func any_(xs ...bool) bool { return false }
func main() { if any_(true, false) { schedinit() } }
