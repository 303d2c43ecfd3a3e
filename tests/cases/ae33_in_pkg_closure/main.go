package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

var f = func() { h := bad; if false { h() } }

func main() { f() }
