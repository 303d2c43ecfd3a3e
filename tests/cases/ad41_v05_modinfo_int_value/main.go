package main

import (
	"unsafe"
)

var _ unsafe.Pointer

//go:linkname v runtime.modinfo
var v = 7

func main() { println(&v) }
