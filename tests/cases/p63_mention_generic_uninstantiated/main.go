package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func g[T any](x T) { f() }

func main() {}
