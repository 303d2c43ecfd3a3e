package main

import _ "unsafe"

//go:linkname b runtime.zerobase
var b [0]int

func main() { println(&b) }
