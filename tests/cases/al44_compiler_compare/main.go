package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.efaceeq
func stub()

var a, b any

func main() {
	println(a == b)
}
