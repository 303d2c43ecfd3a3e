package main

import _ "unsafe"

//go:linkname v tb
var v int = 3

func main() { println(v) }
