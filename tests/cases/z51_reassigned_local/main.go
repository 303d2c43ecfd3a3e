package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

func g() {}

func main() {
	x := f
	if len(sink) == 0 {
		x = g
	}
	x()
}

var sink string
