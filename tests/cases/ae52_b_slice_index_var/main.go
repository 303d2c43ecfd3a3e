package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var i int
var _ = []func(){bad}[i]

func main() {}
