package main

import (
	"math"
	_ "unsafe"
)

//go:linkname absent runtime.noSuch
func absent()

func main() {
	if math.MinInt < math.MinInt32 {
		absent()
	}
}
