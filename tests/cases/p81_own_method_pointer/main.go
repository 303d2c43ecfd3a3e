package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.(*T).m
func f() int

var z int

func main() {
	if z > 0 {
		f()
	}
}
