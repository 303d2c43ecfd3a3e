package main

import (
	"strings"
	"unsafe"
)

var _ unsafe.Pointer

var g = func() { strings.ToUpper("x") }

//go:linkname bad strings.ToUpper
func bad(unsafe.Pointer)

func main() { bad(nil) }

