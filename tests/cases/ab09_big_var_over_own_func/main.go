package main

import _ "unsafe"

//go:linkname x main.f
var x [512]byte

//go:noinline
func f() {}

func main() { f(); println(&x[0]) }
