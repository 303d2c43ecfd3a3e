package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.concatstring2
func stub()

type T string

const k = "q"

var a, b string

func f() string { return string(a + "x") }
func main()     {}
