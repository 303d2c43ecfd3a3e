package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() {
	x := 1
	if x == 2 {
		go bad()
	}
}
