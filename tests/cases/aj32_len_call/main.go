package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func name() string { return "" }
func main() {
	if len(name()) > 0 { schedinit() }
}
