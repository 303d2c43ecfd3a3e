package main

import _ "unsafe"

//go:linkname G lib.G
func G[T any](x T) {}

func main() { }
