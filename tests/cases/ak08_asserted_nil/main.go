package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

type shape interface{ area() int }

type square struct{}

func (*square) area() int { return 1 }

//go:linkname own example.com/m/lib.limits
var own shape = (*square)(nil)

func main() {
	println(lib.First())
	println(&own)
}
