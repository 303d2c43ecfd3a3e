package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

var count = 5

//go:linkname own example.com/m/lib.limits
var own = int64(count)

func main() {
	println(lib.First())
	println(&own)
}
