package main

import (
	_ "unsafe"
)

//go:linkname f runtime.memmove
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
