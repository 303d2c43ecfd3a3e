package main

import u "unsafe"

//go:linkname bad runtime.gcStart
func bad() int

var n = u.Sizeof(bad())

func main() { println(n) }
