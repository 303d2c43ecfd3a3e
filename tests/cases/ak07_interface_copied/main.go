package main

import (
	"io"
	_ "unsafe"

	"example.com/m/lib"
)

//go:linkname own example.com/m/lib.limits
var own error = io.EOF

func main() {
	println(lib.First())
	println(&own)
}
