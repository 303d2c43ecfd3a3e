package main

import "unsafe"

//go:linkname v runtime.gcWriteBarrier1
var v uintptr

func main() { println(unsafe.Pointer(&v)) }
