package main

import (
	_ "example.com/c/yaml.v3"
	_ "unsafe"
)

//go:linkname f example.com/c/yaml.v3.impl
func f() int

var z int

func main() {
	if z > 0 {
		f()
	}
}
