package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	if false {
		g[int]()
	}
}

func g[P any]() { f() }
