package main

import (
	_ "unsafe"

	"example.com/m/lib"
)

type pool struct{ size int }

func newPool() *pool {
	p := &pool{8}
	return p
}

//go:linkname own example.com/m/lib.limits
var own = newPool()

func main() {
	println(lib.First())
	show(&own)
}

//go:noinline
func show(own **pool) { println(own) }
