package main

import (
	_ "unsafe"
)

//go:linkname f crosscall2
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
