package main

import (
	_ "os"
	_ "unsafe"
)

//go:linkname f os.init
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
