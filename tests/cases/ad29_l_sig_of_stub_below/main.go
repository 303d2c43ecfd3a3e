package main

import (
	"bytes"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

func main() { bad(nil) }

//go:linkname bad2 bytes.(*Buffer).empty
func bad2(*bytes.Buffer) bool
