package main

import _ "unsafe"

//go:linkname G runtime.gcStart
func G[T any](x T) { println(1) }

func main() {  }
