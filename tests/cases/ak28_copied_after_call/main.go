package main

import (
	"os"
	_ "unsafe"

	"example.com/m/lib"
)

var first = 7

var pid = os.Getpid()

//go:linkname own example.com/m/lib.limits
var own = first

func main() {
	println(lib.First())
	println(&own)
}
