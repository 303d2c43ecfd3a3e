package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

var g func()
func use(f func()) { g = f }
func main() { use(schedinit) }
