package main

import "unsafe"

//go:linkname target target
var target uintptr = 7

var p = uintptr(unsafe.Pointer(&target))

func other()

func main() { println(p != 0) }
