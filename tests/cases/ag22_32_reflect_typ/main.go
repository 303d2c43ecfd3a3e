package main

import (
	"bytes"
	"reflect"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

var typ = reflect.TypeOf([]bytes.Buffer{})

func main() {
	
	bad(nil)
}
