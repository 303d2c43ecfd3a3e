package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func main() { var h any = bad; if false { println(h) } }
