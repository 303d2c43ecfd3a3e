package main

import (
	_ "unsafe"
)

//go:linkname v runtime.overflowError
var v byte = 7

var p = &v

func main() { println(p != nil) }
