package main

import _ "unsafe"

//go:linkname v runtime.gcStart
var v uintptr

func main() { println(v) }
