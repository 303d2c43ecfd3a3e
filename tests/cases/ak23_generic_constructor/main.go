package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

//go:linkname own example.com/m/lib.limits
var own = lib.Box(3)

func main() {
	println(lib.First())
	println(&own)
}
