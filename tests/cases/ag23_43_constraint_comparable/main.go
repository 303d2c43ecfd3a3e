package main

import (
	"bytes"
	"unsafe"
)

var _ unsafe.Pointer
type C interface{ comparable; M(*bytes.Buffer) }

//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)



func main() {
	
	bad(nil)
}
