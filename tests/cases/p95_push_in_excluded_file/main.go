package main

import "unsafe"

func Grow(n int) unsafe.Pointer { return procyield(n) }

//go:linkname procyield runtime.procyield
func procyield(cycles int) unsafe.Pointer

func main() { println(Grow(1)) }
