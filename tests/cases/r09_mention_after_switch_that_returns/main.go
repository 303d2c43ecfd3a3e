package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	switch x {
	case 1:
		return
	default:
		return
	}
	f()
}

var x int
