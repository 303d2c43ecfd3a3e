package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

const width = 8

//go:linkname own example.com/m/lib.limits
var own = [1]int{1<<3 - width}

func main() {
	println(lib.First())
	println(&own)
}
