package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.efaceeq
func stub()

func f() bool { a := any(1); b := any("x"); return a == b }
func main()   {}
