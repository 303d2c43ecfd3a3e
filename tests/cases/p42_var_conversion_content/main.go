package main

import (
	_ "unsafe"
)

type t int

//go:linkname v runtime.zerobase
var v = uintptr(t(5))

func main() { println(v) }
