package main

import (
	_ "unsafe"
)

//go:linkname f x.y
func f()

func main() { f() }
