package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname c example.com/c/lib..stmp_0
var c [2]string

func main() { println(c[0]) }
