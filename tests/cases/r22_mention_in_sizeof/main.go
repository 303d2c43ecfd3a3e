package main

import (
	"unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() { println(unsafe.Sizeof(f)) }
