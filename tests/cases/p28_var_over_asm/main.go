package main

import _ "unsafe"

//go:linkname v runtime.memmove
var v uintptr

func main() { println(v) }
