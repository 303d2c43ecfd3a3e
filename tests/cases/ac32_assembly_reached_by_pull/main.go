package main

import (
	_ "example.com/x/lib"
	_ "unsafe"
)

//go:linkname m example.com/x/lib.mid
func m()

func main() { m() }
