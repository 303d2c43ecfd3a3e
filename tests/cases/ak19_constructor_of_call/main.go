package main

import (
	"os"
	_ "unsafe"

	"example.com/m/lib"
)

type pool struct{ size int }

func newPool(size int) *pool { return &pool{size} }

//go:linkname own example.com/m/lib.limits
var own = newPool(os.Getpid())

func main() {
	println(lib.First())
	println(&own)
}
