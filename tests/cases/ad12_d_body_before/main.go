package main

import (
	"bytes"
	"unsafe"
)

var _ unsafe.Pointer

func g() { var b bytes.Buffer; b.Len() }

//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

func main() { bad(nil) }
