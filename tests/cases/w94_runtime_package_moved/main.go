package main

import _ "unsafe"

//go:linkname mul runtime/internal/math.MulUintptr
func mul(a, b uintptr) (uintptr, bool)

func main() { mul(1, 2) }
