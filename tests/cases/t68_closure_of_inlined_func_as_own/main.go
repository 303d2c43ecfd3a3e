package main

import (
	_ "unsafe"
)

//go:linkname f main.g.func1
func f()

var z func()

func h() { z = func() { println(1) } }

func g() { h() }

func main() { g(); f() }
