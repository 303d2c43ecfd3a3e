package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var h func()

func main() {
	x := false
	if x {
		h = func() { bad() }
	}
	println(h == nil)
}
