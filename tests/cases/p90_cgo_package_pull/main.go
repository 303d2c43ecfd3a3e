package main

// static int one(void) { return 1; }
import "C"

import _ "unsafe"

//go:linkname f runtime.gcStart
func f()

var z int

func main() {
	println(C.one())
	if z > 0 {
		f()
	}
}
