package main

import (
	"os"
	_ "unsafe"
)

//go:linkname stub runtime.decoderune
func stub()

func main() {
	for _, r := range os.Args[0] {
		println(r)
	}
}
