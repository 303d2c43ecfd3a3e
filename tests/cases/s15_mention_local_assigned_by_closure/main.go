package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	x := 2
	func() { x = 3 }()
	if x == 3 {
		f()
	}
}
