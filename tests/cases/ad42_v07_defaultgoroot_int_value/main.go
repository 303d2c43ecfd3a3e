package main

import (
	"unsafe"
)

var _ unsafe.Pointer

//go:linkname v runtime.defaultGOROOT
var v = 7

func main() { println(&v) }
