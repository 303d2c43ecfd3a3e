package main

import (
	"os"
	"unsafe"
)

//go:linkname bad os.(*file).close
func bad(*os.File)

var _ unsafe.Pointer

func main() { bad(os.Stdin) }
