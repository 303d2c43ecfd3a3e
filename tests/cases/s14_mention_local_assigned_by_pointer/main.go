package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	x := 2
	p := &x
	*p = 3
	if x == 3 {
		f()
	}
}
