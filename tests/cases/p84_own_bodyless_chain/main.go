package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.now
func f() int64

var z int

func main() {
	if z > 0 {
		f()
	}
}
