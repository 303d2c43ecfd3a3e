package main

import (
	_ "unsafe"
)

//go:linkname f runtime.stdcall1
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
