package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.impl
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
