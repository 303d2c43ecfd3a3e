package main

import _ "unsafe"

//go:linkname v runtime.allglen
var v uintptr

func main() { println(v) }
