package main

import (
	_ "io"
	_ "unsafe"
)

//go:linkname v io.ErrShortWrite
var v [64]uintptr

func main() { println(v[0]) }
