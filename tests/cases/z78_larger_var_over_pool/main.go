package main

import (
	_ "fmt"
	_ "unsafe"
)

//go:linkname v fmt.ppFree
var v [64]uintptr

func main() { println(v[0]) }
