package main

import (
	"bytes"
	"unsafe"
)

//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

var _ unsafe.Pointer

func g[T any]() { var b bytes.Buffer; b.Len() }

func main() { bad(nil) }
