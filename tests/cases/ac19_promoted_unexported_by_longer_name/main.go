package main

import (
	"unsafe"

	"example.com/c/lib"
)

//go:linkname g example.com/c/lib.(*T).example.com/c/base.hidden
func g(t unsafe.Pointer) int

func main() { if lib.X == nil { println(g(nil)) } }
