package main

import (
	"os"
	_ "unsafe"
)

//go:linkname check runtime.check
func check()

var keep func() bool

func main() {
on := false
keep = func() bool { return on }
for range os.Args {
	if on { check(); on = true }
}
}
