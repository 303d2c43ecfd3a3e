package main

import (
	_ "m/lib"
	"unsafe"
)

//go:linkname target m/lib.target
var target uint8

var p = uintptr(unsafe.Pointer(&target))


func main() { println(p != 0) }
