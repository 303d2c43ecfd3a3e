package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func keep(_ func()) {}

func main() { keep(bad) }
