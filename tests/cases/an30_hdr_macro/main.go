package main

import (
	_ "unsafe"

	_ "example.com/m/t"
)

//go:linkname v example.com/m/t.x
var v [100]byte

func main() { println(v[0]) }
