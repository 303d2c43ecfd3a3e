package main

import (
	"os"
	_ "unsafe"
)

//go:linkname check runtime.check
func check()

func main() {
	warned := false
	defer func() { println(warned) }()
	for range os.Args {
		if warned {
			check()
			warned = true
		}
	}
}
