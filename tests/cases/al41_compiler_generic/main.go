package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.printlock
func stub()

func f[T any](x T) { println(x) }
func main()        {}
