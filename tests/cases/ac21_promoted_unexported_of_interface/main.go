package main

import (
	_ "unsafe"

	"example.com/c/lib"
)

//go:linkname g example.com/c/lib.T.hidden
func g(t any) int

func main() { if lib.X == nil { println(g(nil)) } }
