package main

import _ "unsafe"

//go:linkname x runtime.nanotime
var x [512]byte

func main() { println(&x[0]) }
