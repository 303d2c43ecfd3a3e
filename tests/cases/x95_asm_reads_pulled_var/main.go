package main

import _ "unsafe"

//go:linkname overflow runtime.overflowError
var overflow error

func v() uintptr

func main() { println(v(), overflow == nil) }
