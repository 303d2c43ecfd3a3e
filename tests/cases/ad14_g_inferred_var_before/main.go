package main

import (
	"bytes"
	"unsafe"
)

var _ unsafe.Pointer

var b = bytes.NewBuffer(nil)

//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

func main() { bad(nil) }
