package main

import (
	_ "unsafe"
)

//go:linkname v runtime.newcoro
var v uintptr

var p = &v

func main() { println(p != nil) }
