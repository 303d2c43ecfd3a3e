package main

import "unsafe"

//go:linkname v runtime.gcWriteBarrier1
var v uintptr = 3

func main() { println(unsafe.Pointer(&v)) }
