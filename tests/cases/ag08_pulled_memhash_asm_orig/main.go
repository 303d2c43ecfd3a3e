package main

import "unsafe"

var _ unsafe.Pointer

func f()
//go:linkname memhash runtime.memhash
func memhash(a unsafe.Pointer, b, c uintptr) uintptr

func main() { f() }
