package main

import (
	_ "unsafe"
	"example.com/x/lib"
)

//go:linkname bad runtime.gcStart
func bad()



func main() {
	if lib.Debug() { bad() }
}
