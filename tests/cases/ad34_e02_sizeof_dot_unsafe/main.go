package main

import . "unsafe"

//go:linkname bad runtime.gcStart
func bad() int

func main() { println(Sizeof(bad())) }
