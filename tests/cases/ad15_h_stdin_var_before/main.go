package main

import (
	"os"
	"unsafe"
)

var _ unsafe.Pointer

var b = os.Stdin

//go:linkname bad os.(*File).pread
func bad(unsafe.Pointer)

func main() { bad(nil) }
