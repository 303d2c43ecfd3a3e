package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func f(n uint8) bool { return n+100 > 250 }
func main() { if f(200) { schedinit() } }
