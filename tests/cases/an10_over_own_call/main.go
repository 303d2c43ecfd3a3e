package main

import (
	"unsafe"
)

//go:linkname target target
var target [6]byte
var targetABI0 = uintptr(unsafe.Pointer(&target))

func other()

func main() { println(targetABI0 != 0) }
