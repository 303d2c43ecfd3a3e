package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.panicdottypeE
func stub()

func f()    { var a any = 1; x := a.(int); println(x) }
func main() {}
