package main

import (
	rt "runtime"
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	if rt.GOOS == "windows" {
		f()
	}
}
