package main

import (
	_ "unsafe"
)

const nought = 0

//go:linkname v runtime.zerobase
var v uintptr = nought

func main() { println(v) }
