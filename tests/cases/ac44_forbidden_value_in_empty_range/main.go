package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var h func()

func main() {
	for range []int(nil) {
		h = bad
	}
	println(h == nil)
}
