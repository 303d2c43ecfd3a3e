package main

import (
	_ "unsafe"
	"example.com/c/lib"
)

//go:linkname f example.com/c/lib.T.M-fm
func f()

var x func()

func main() { x = lib.T(0).M; f() }
