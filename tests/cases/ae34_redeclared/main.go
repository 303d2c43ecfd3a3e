package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() { h, n := bad, 1; if false { h() }; println(n) }
