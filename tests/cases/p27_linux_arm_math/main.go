package main

import (
	_ "unsafe"
)

//go:linkname f math.archFloor
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
