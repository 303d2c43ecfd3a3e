package main

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

func main() {
outer:
	for i := 0; i < 2; i++ {
		for {
			continue outer
		}
		f()
	}
}
