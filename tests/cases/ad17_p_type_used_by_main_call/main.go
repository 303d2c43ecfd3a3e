package main

import (
	"bytes"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

var buf bytes.Buffer

func main() { buf.WriteString("x"); bad(unsafe.Pointer(&buf)); println(buf.Len()) }
