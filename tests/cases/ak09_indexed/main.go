package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

var sizes = [3]int{1, 2, 3}

//go:linkname own example.com/m/lib.limits
var own = sizes[1]

func main() {
	println(lib.First())
	println(&own)
}
