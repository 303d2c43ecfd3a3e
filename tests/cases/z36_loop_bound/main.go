package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

func main() {
	for i := 0; i < 0; i++ {
		f()
	}
}
