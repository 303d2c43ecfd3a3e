package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func g[P any]() { f() }

var _ = g[int]

func main() {}
