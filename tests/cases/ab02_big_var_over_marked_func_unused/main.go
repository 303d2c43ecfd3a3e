package main

import _ "unsafe"

//go:linkname x runtime.mallocgc
var x [512]byte

func main() {}
