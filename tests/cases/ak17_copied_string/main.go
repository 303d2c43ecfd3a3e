package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

var version = "dev"

//go:linkname own example.com/m/lib.limits
var own = version

func main() {
	println(lib.First())
	println(&own)
}
