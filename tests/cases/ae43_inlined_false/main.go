package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func off() bool { return false }

func main() { h := bad; if off() { h() } }
