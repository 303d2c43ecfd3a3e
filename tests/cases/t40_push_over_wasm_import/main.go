package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname g example.com/c/lib.h
func g() int32 { return 1 }

func main() { if z > 0 { g() } }

var z int
