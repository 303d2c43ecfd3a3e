package main

import (
	"C"
	_ "unsafe"
)

//go:linkname f runtime/cgo.NewHandle
func f()

func main() { if z > 0 { f() } }

var z int
