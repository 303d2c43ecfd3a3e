package main

import (
	_ "unsafe"

	_ "example.com/m/t"
)

//go:linkname v example.com/m/t.x
var v int = 1

func main() { _ = v }
