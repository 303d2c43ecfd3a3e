package main

import (
	_ "os"
	_ "unsafe"
)

//go:linkname f os.runtime_args
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
