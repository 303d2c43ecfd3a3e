package main

import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart(a, b uintptr)

var z int

func use() int {
	if z > 0 {
		gcStart(0, 0)
	}
	return z
}

func main() { println(use()) }
