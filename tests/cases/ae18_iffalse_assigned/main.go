package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() { var h func(); h = bad; if false { h() } }
