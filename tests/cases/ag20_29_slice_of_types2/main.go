package main

import (
	"bytes"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

var m = []any{
	[]bytes.Buffer{},
}

func main() {
	
	bad(nil)
}
