package main

import (
	"example.com/x/lib"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad bytes.(*Buffer).grow
func bad(*lib.T)

func main() { bad(nil) }
