package main

import (
	"unsafe"
)

//go:linkname target m.target
var target uintptr
var targetABI0 = uintptr(unsafe.Pointer(&target))

func other()

func main() { println(targetABI0 != 0) }
