package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname nanotime runtime.nanotime
func nanotime() int64

//go:linkname b example.com/c/lib.now
var b = nanotime

func main() { println(b()) }
