package main

import (
	_ "math"
	_ "unsafe"
)

//go:linkname f math.archFloor
func f(x float64) float64 { return x }

func main() { println(int(f(2.5))) }
