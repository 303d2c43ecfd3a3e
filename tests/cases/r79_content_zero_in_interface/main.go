package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname v example.com/c/lib.x
var v any = 0

func main() { println(&v) }
