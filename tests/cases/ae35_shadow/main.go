package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() { h := bad; { h := 1; println(h) }; if false { h() } }
