package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func f(g func()) { h := g; h = bad; if false { h() } }

func main() { f(nil) }
