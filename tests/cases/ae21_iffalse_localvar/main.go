package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() { d := false; h := bad; if d { h() } }
