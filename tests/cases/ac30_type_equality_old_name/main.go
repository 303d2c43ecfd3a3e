package main

import (
	"unsafe"

	"example.com/c/lib"
)

//go:linkname eq type..eq.example.com/c/lib.T
func eq(a, b unsafe.Pointer) bool

func main() { println(lib.Eq(), eq(nil, nil)) }
