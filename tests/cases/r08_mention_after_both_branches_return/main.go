package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	if x {
		return
	} else {
		return
	}
	f()
}

var x bool
