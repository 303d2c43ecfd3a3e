package main

import (
	"fmt"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad bytes.(*Buffer).grow
func bad(unsafe.Pointer)

func main() { bad(nil) }

var _ = fmt.Sprint
