package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() { _, _ = bad, 1 }
