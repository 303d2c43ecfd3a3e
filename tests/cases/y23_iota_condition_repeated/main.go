package main

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

const (
	z = iota > 0
	y
)
func main() { if y { f() } }
