package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

const debug = false

var z bool

func main() {
	if debug && z {
		f()
	}
}
