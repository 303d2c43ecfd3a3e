package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var h func()

func debug() bool { return false }

func main() {
	if debug() {
		h = bad
	}
	println(h == nil)
}
