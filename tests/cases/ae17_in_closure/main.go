package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func keep(f func()) {}

func main() { g := func() { keep(bad) }; g() }
