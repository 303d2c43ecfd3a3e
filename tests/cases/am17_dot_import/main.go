package main

import . "example.com/m/lib"
import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func main() { if Enabled() { schedinit() } }
