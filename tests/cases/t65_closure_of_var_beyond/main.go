package main

import (
	_ "unsafe"
)

//go:linkname f main.init.func2
func f()

var Z = func() { println(1) }

func main() { f() ; Z() }
