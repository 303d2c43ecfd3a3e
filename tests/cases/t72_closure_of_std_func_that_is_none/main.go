package main

import (
	_ "unsafe"
)

//go:linkname f runtime.nosuch.func1
func f()

func main() { f() }
