package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type level int
const low level = 1
func (l level) debug() bool { return l > 3 }
func main() { if low.debug() { schedinit() } }
