package main

import (
	_ "example.org/dep"
	_ "unsafe"
)

//go:linkname f example.org/dep.impl
func f() int

var z int

func main() {
	if z > 0 {
		f()
	}
}
