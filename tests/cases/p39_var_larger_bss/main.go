package main

import (
	_ "unsafe"
)

//go:linkname v runtime.zerobase
var v [64]byte

var p = &v

func main() { println(p != nil) }
