package main

import (
	"bytes"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

var n = len([]bytes.Buffer{})

func main() {
	
	bad(nil)
}
