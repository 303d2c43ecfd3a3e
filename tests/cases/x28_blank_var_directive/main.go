package main

import _ "unsafe"

//go:linkname _ runtime.zerobase
var _ uintptr

func main() {}
