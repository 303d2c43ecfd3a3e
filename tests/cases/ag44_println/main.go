package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func keep(n int, f func()) { println(n) }

func main() { keep(1, bad) }
