package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.typeAssert
func stub()

var x any

func main() {
	println(x.(interface{ Foo() }) != nil)
}
