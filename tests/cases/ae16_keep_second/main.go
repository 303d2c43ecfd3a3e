package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func keep(n int, f func()) int { return n }

func main() { println(keep(1, bad)) }
