package main

import (
	"sync"
	"bytes"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

var p = sync.Pool{New: func() any { return []bytes.Buffer{} }}

func main() {
	
	bad(nil)
}
