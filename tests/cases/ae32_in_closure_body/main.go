package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() { f := func() { h := bad; if false { h() } }; f() }
