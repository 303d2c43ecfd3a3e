package main

import (
	"bytes"
	"unsafe"
)

type T struct {
	a int
	*bytes.Buffer
}

var X any = &T{}

//go:linkname g main.(*T).grow
func g(t unsafe.Pointer, n int) int

func main() { if X == nil { println(g(nil, 1)) } }
