package main

import _ "unsafe"

//go:linkname G lib.G
func G[T any](x T) { println(1) }

func main() {  }
func H[T any](x T) { G(x) }
