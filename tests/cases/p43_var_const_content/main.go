package main

import (
	_ "unsafe"
)

const five = 5

//go:linkname v runtime.zerobase
var v uintptr = five

func main() { println(v) }
