package main

import (
	_ "strings"
	_ "unsafe"
)

//go:linkname f strings.explode
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
