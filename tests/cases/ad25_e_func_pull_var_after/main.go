package main

import (
	"strings"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad strings.ToUpper
func bad(unsafe.Pointer)

func main() { bad(nil) }

var up = strings.ToUpper
