package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() {
	const (
		bad = iota
		x   = bad
	)
	println(x)
}
