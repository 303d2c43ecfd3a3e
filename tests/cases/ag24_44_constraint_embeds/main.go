package main

import (
	"bytes"
	"unsafe"
)

var _ unsafe.Pointer
type D interface{ ~int }
type C interface{ D; M(*bytes.Buffer) }

//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)



func main() {
	
	bad(nil)
}
