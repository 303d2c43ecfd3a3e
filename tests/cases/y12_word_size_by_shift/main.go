package main

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

const ptrSize = 4 << (^uintptr(0) >> 63)
func main() { if ptrSize == 4 { f() } }
