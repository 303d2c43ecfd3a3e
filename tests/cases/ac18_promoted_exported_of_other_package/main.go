package main

import (
	"unsafe"

	"example.com/c/lib"
)

//go:linkname f example.com/c/lib.T.Val
func f(t [2]uintptr) int

//go:linkname g example.com/c/lib.(*T).Val
func g(t unsafe.Pointer) int

func main() { if lib.X == nil { println(f([2]uintptr{}), g(nil)) } }
