package main

import (
	_ "example.com/c/lib"
	"example.com/c/lib2"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v = lib2.X

func main() { println(&v) }
