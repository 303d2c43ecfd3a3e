package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func f() (h func()) { h = bad; return nil }

func main() { f() }
