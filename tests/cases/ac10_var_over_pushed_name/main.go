package main

import (
	_ "unsafe"

	"example.com/c/two"
)

//go:linkname v example.com/c/v.hook
var v func() int

func main() { println(v == nil, two.Run()) }
