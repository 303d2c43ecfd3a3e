package main

import (
	_ "unsafe"
)

//go:linkname f runtime.zerobase
func f() {}

func main() { }
