package main

import (
	_ "unsafe"

	"example.com/c/two"
)

//go:linkname v example.com/c/v.hook
var v = 5

func main() { println(v, two.Run()) }
