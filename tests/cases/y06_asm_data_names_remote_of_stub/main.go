package main

import _ "unsafe"

//go:linkname f runtime.gcStart
func f()

var p uintptr
func main() { println(p) }
