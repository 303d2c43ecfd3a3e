package main

import (
	. "bytes"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

var _ = NewBufferString("x").Len()

func main() {
	
	bad(nil)
}
