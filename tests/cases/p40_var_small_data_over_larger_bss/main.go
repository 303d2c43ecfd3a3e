package main

import (
	_ "unsafe"
)

//go:linkname v runtime.allglen
var v byte = 7

var p = &v

func main() { println(p != nil) }
