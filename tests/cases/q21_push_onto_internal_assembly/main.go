package main

import (
	_ "unsafe"
)

//go:linkname f runtime.memmove
func f() {}

func main() { f() }
