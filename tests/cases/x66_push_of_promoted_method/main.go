package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname f example.com/c/lib.(*Outer).M
func f(*lib.Outer) {}

func main() { lib.X() }
