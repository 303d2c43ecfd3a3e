package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.newobject
func stub()

type T [3]*int

func New() *T { return new(T) }
func main()   {}
