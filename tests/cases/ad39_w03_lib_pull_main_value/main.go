package main

import (
	_ "example.com/x/lib"
	_ "unsafe"
)

//go:linkname v runtime.allglen
var v uintptr = 7

func main() { println(v) }
