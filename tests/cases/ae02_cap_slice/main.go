package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var _ = cap([]func(){bad})

func main() {}
