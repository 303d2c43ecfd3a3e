package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() {
	type (
		bad int
		x   struct{ b bad }
	)
	println(x{}.b)
}
