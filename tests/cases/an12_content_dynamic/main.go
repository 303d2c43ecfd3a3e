package main

import (
	"os"
	"unsafe"
)

//go:linkname target target
var target = uintptr(len(os.Args))

var p = uintptr(unsafe.Pointer(&target))

func other()

func main() { println(p != 0) }
