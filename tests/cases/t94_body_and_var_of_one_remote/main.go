package main

import _ "unsafe"

//go:linkname a x.y
var a = 3

func main() { println(a) }
