package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var _ = func() { g := func() { bad() }; g() }

func main() {}
