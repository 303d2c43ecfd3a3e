package main

import (
	"os"
	_ "unsafe"

	"example.com/m/lib"
)

//go:linkname own example.com/m/lib.limits
var own = []string{os.Getenv("HOME"), os.Getenv("USER")}

func main() {
	println(lib.First())
	println(&own)
}
