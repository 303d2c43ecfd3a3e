package main

import (
	"unsafe"
)

var _ unsafe.Pointer

//go:linkname v runtime.modinfo
var v [4]string

func main() { println(&v) }
