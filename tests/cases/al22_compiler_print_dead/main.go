package main

import _ "unsafe"

//go:linkname pl runtime.printlock
func pl()

func main() {
	if false {
		println("x")
	}
}
