package main

import x "example.com/m/lib"
import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func main() { if x.Enabled() { schedinit() } }
