package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() {
	type bad struct{ next *bad }
	println(bad{}.next == nil)
}
