package main

import (
	"bytes"
	"unsafe"
)

var _ unsafe.Pointer
type C interface{ *bytes.Buffer | *int }

//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)



func main() {
	
	bad(nil)
}
