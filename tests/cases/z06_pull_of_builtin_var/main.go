package main

import _ "unsafe"

//go:linkname fma runtime.x86HasFMA
var fma bool

func main() { println(fma) }
