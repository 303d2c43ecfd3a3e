package main

import (
	_ "example.com/dep/v2/sub"
	_ "unsafe"
)

//go:linkname f example.com/dep/v2/sub.f
func f()

func main() { f() }
