package main

import (
	_ "example.com/x/lib"
	_ "unsafe"
)

//go:linkname v runtime.allglen
var v uintptr

func main() { println(v) }
