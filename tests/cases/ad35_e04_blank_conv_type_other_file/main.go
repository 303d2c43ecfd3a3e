package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var _ = Handler(bad)

func main() {}
