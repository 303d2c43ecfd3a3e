package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

var first = 7

var second = first

//go:linkname own example.com/m/lib.limits
var own = second

func main() {
	println(lib.First())
	println(&own)
}
