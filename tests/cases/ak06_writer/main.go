package main

import (
	"io"
	"os"
	_ "unsafe"

	"example.com/m/lib"
)

//go:linkname own example.com/m/lib.limits
var own io.Writer = os.Stdout

func main() {
	println(lib.First())
	println(&own)
}
