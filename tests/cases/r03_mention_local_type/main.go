package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() { type f int; println(f(1)) }
