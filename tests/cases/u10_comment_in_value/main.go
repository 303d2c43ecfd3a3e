package main

import _ "unsafe"

import "example.com/c/lib"

//go:linkname x example.com/c/lib.X
var x string = "a" + // one
	/* two */ "b"

func main() { println(x, lib.X) }
