package main

import "unsafe"

var _ unsafe.Pointer

func f()
//go:linkname mcall runtime.mcall
func mcall(func(unsafe.Pointer))

func main() { f() }
