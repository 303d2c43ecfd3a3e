package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.printnl
func stub()

func main() { s := "x"; println(s) }
