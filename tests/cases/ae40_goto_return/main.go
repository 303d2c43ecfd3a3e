package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() { h := bad; panic("x"); h() }
