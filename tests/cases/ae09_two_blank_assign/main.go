package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() { a, _ := 1, bad; println(a) }
