package main

import _ "unsafe"

//go:linkname a runtime.zerobase
//go:linkname b runtime.overflowError
var (
	a, c uintptr
	b, d error
)

func main() { println(a, c, b == d) }
