package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	if x := 1; x == 2 {
		f()
	}
}
