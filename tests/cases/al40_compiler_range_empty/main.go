package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.decoderune
func stub()

func main() {
	var s string
	for _, r := range s {
		println(r)
	}
}
