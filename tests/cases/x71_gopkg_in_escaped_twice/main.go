package main

import (
	_ "gopkg.in/x.v1/sub"
	_ "unsafe"
)

//go:linkname g gopkg.in/x%2ev1/sub.g
func g()

func main() { g() }
