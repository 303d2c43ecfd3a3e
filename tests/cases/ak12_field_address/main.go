package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

type config struct{ a, b int }

var current config

//go:linkname own example.com/m/lib.limits
var own = &current.b

func main() {
	println(lib.First())
	println(&own)
}
