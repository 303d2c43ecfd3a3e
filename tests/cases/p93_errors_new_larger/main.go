package main

import (
	_ "io"
	_ "unsafe"
)

//go:linkname v io.ErrShortWrite
var v [8]uintptr

var p = &v

func main() { println(p != nil) }
