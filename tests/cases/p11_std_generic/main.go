package main

import (
	_ "sync/atomic"
	_ "unsafe"
)

//go:linkname f sync/atomic.(*Pointer).Load
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
