package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

const on = true

func main() {
	if on {
		println(1)
	} else {
		f()
	}
}
