package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.printsp
func stub()

func main() { println("a", 2) }
