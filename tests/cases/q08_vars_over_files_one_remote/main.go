package main

import _ "unsafe"

//go:linkname f example.com/c/lib.v
var f int

func main() { println(f, g) }
