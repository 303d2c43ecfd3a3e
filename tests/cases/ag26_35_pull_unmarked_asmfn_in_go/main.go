package main

import "unsafe"

func f()
//go:linkname mcall runtime.mcall
func mcall(func(unsafe.Pointer))

func main() { f() }
