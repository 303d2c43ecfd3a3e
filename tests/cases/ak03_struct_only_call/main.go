package main

import (
	"os"
	_ "unsafe"

	"example.com/m/lib"
)

type server struct{ pid int }

//go:linkname own example.com/m/lib.limits
var own = server{os.Getpid()}

func main() {
	println(lib.First())
	println(&own)
}
