package main

import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart(a, b uintptr)

var z int

func use() {
	switch z {
	case 1:
		gcStart(0, 0)
		return
	case 0:
		return
	}
	panic(z)
}

func main() { use() }
