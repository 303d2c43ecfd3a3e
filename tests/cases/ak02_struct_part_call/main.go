package main

import (
	"os"
	_ "unsafe"

	"example.com/m/lib"
)

type server struct {
	name string
	pid  int
}

//go:linkname own example.com/m/lib.limits
var own = server{"main", os.Getpid()}

func main() {
	println(lib.First())
	println(&own)
}
