package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

//go:linkname own example.com/m/lib.limits
var own = map[string]int{"a": 1}

func main() {
	println(lib.First())
	show(&own)
}

//go:noinline
func show(own *map[string]int) { println(own) }
