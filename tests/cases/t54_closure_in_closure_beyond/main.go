package main

import (
	_ "unsafe"
)

//go:linkname f main.g.func1.2
func f()

var x, y func()

func g() { x = func() { y = func() { println(1) } } }

func main() { g(); f() }
