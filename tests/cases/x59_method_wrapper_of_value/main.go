package main

import (
	"example.com/c/lib"
	_ "unsafe"
)

//go:linkname m example.com/c/lib.(*t).Do
func m(d *int)

func main() { lib.X(); m(nil) }
