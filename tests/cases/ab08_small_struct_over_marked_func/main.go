package main

import _ "unsafe"

//go:linkname x runtime.nanotime
var x struct{ a, b int }

func main() { println(x.a) }
