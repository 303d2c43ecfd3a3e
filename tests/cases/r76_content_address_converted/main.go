package main

import (
	_ "example.com/c/lib"
	"unsafe"
)

//go:linkname v example.com/c/lib.x
var v = (*int)(unsafe.Pointer(&other))

var other int

func main() { println(&v) }
