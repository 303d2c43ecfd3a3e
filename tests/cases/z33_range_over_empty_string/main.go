package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

func main() {
	for range "" {
		f()
	}
}
