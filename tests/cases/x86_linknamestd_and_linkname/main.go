package main

import _ "unsafe"

//go:linkname v runtime.nanotime
//go:linknamestd v runtime.nanotime
func v() int64

func main() { println(v()) }
