package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	for f := 0; f < 1; f++ {
		println(f)
	}
}
