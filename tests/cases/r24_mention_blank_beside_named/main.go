package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

var _, x = f, 1

func main() { println(x) }
