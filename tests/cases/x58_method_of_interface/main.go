package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname m example.com/c/lib.Doer.Do
func m(d lib.Doer)

func main() { m(nil) }
