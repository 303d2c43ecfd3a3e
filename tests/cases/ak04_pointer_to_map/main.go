package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

//go:linkname own example.com/m/lib.limits
var own = &map[string]int{"a": 1}

func main() {
	println(lib.First())
	println(&own)
}
