package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

const (
	a = iota
	b
)

func main() {
	if a == 1 {
		f()
	}
	if b == 0 {
		f()
	}
}
