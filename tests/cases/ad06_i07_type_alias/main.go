package main

import (
	"bytes"
	"unsafe"
)

//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

var _ unsafe.Pointer

type B = bytes.Buffer

func main() { bad(nil) }
