package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

//go:linkname b example.com/c/lib.p
var b = make(chan int, 1)

func main() { println(len(b)) }
