package main

import (
	"math"
	_ "unsafe"
)

//go:linkname absent runtime.noSuch
func absent()

func main() {
	if math.MaxUint == math.MaxUint32 {
		absent()
	}
}
