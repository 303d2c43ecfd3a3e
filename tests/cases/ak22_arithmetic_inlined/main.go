package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

func twice(n int) int { return 2 * n }

//go:linkname own example.com/m/lib.limits
var own = twice(4)

func main() {
	println(lib.First())
	println(&own)
}
