package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

func main() {
	for range 0 {
		f()
	}
}
