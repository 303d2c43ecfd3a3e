package main

import (
	_ "gopkg.in/x.v1"
	_ "gopkg.in/x.v1/sub.d"
	_ "unsafe"
)

//go:linkname f gopkg.in/x%2ev1.f
func f()

//go:linkname g gopkg.in/x.v1/sub%2ed.g
func g()

func main() { f(); g() }
