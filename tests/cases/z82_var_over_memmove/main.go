package main

import "unsafe"

//go:linkname v runtime.memmove
var v uintptr

func main() { println(unsafe.Pointer(&v)) }
