package main

import (
	"bytes"
	"unsafe"
)

//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

var _ unsafe.Pointer

func main() {
	bad(nil)
	if false {
		var b bytes.Buffer
		b.Len()
	}
	_ = bytes.Equal
}
