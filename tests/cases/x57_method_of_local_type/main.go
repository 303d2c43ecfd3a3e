package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname m example.com/c/lib.(*outer).M
func m()

func main() { lib.F(); m() }
