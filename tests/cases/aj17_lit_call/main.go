package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func main() { if func() bool { return false }() { schedinit() } }
