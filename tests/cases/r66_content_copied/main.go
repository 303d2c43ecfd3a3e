package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v = other

var other = 5

func main() { println(&v) }
