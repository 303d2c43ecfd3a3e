package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func main() {
	var s string
	if s != "" { schedinit() }
}
