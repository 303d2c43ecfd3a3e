package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func keep(f func()) { _ = f }

func main() { keep(bad) }
