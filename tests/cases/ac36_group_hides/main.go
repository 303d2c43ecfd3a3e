package main

import _ "unsafe"

//go:linkname bad runtime.noSuchFunc
func bad() int

func main() { var (bad = 1; x = bad); println(x) }
