package main

import (
	_ "unsafe"
)

//go:linkname v runtime.zerobase
var v = g()

//go:noinline
func g() uintptr { return 5 }

func main() { println(v) }
