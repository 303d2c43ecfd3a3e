package main

import (
	_ "unsafe"
)

//go:linkname f main.T.g.func3
func f()

var x, y func()

type T int

func (T) g() { x = func() { println(1) }; y = func() { println(2) } }

func main() { T(0).g(); f() }
