package main

import _ "unsafe"

//go:linknamestd v runtime.zerobase
var v uintptr

func main() { println(v) }
