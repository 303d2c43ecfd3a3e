package main

import _ "unsafe"

//go:linkname v runtime.nanotime
var v uintptr

func main() { println(v) }
