package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

var z int

func g[T any](x T) {
	if z > 0 {
		f()
	}
}

func main() { g(1) }
