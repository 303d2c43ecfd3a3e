package main

import (
	_ "unsafe"
)

//go:linkname f main.g
var f int64

var g int64 = 1

func main() { println(f) }
