package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func enabled(name string) bool { return false }
func main() { if enabled("x") { schedinit() } }
