package main

import (
	_ "math"
	_ "unsafe"
)

//go:linkname v math.p0R2
var v [64]float64

func main() { println(v[0]) }
