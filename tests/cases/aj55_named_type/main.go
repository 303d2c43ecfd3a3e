package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type fn func()
func use(f fn) {}
func main() { use(schedinit) }
