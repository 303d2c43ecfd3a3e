package main

import _ "unsafe"

//go:linkname bad runtime.gcStart
func bad()

func keep(f any) {}

func main() { keep(bad) }
