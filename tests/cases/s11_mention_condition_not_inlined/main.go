package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	if g() {
		f()
	}
}

//go:noinline
func g() bool { return false }
