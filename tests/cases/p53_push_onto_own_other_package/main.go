package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname g example.com/c/lib.g
func g() int { return 1 }

func main() { println(g()) }
