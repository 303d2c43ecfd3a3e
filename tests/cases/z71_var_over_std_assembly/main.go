package main

import "unsafe"

//go:linkname v runtime.nanotime1
var v uintptr

func main() { println(unsafe.Pointer(&v)) }
