package main

import (
	_ "io"
	_ "unsafe"
)

//go:linkname v io.Discard
var v = 7

func main() { println(v) }
