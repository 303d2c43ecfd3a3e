package main

import (
	_ "embed"
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:embed a.txt
//go:linkname b example.com/c/lib.p
var b string

func main() { println(b) }
