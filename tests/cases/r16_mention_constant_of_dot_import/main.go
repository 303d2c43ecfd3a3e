package main

import (
	. "example.com/c/lib"
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	if D {
		f()
	}
}
