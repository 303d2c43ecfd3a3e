package main

import _ "unsafe"
import "unsafe"

//go:linkname f runtime.noSuch
func f()

type header struct { a uint32; b uint64 }
func main() { if unsafe.Sizeof(header{}) == 12 { f() } }
