package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var _ = func() func() { return bad }

func main() {}
