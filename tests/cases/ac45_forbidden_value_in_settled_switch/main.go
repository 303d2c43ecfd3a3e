package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var h func()

func main() {
	switch {
	case true:
	default:
		h = func() { bad() }
	}
	println(h == nil)
}
