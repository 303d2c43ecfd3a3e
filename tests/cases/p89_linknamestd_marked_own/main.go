package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linknamestd g example.com/c/lib.g
func g() int

func main() { println(g()) }
