package main

import (
	_ "unsafe"
)

//go:linkname v runtime.etext
var v byte

var p = &v

func main() { println(p != nil) }
