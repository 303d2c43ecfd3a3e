package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var _ = func() { f := bad; _ = f }

func main() {}
