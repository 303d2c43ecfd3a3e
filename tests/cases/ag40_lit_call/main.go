package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var _ = func() { bad() }

func main() {}
