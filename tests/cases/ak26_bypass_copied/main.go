package main

import (
	_ "unsafe"
)

var first uintptr = 5

var second = first

//go:linkname own runtime.allglen
var own = second

func main() { println(&own) }
