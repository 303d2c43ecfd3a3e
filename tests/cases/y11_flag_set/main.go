package main

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

const (
	flagA = 1 << iota
	flagB
	flagC
)
const enabled = flagA | flagC
func main() { if enabled&flagC != 0 { f() } }
