package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

type t struct{ a int }

//go:linkname b example.com/c/lib.p
var b = &t{}

func main() { println(b.a) }
