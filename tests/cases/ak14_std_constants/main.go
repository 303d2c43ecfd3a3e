package main

import (
	"time"
	_ "unsafe"

	"example.com/m/lib"
)

//go:linkname own example.com/m/lib.limits
var own = time.Duration(3) * time.Minute

func main() {
	println(lib.First())
	println(&own)
}
