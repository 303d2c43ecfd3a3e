package lib

import _ "unsafe"

//go:linkname G example.com/x/other.G
func G[T any](x T) { println(1) }
