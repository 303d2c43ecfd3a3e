package main

import (
	_ "example.com/c/lib"
	_ "unsafe"
)

type pair[K, V any] struct {
	k K
	v V
}

//go:linkname b example.com/c/lib.p
var b = pair[string, int]{v: 2}

func main() { println(b.k) }
