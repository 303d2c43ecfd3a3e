package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname hook
func hook() int

func main() { println(hook()) }
