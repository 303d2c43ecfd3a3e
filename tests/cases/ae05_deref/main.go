package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

type T struct{ f func() }

var _ = *(&T{bad})

func main() {}
