package main

import (
	_ "example.com/x/lib"
	_ "unsafe"
)

//go:linkname foo foo_tramp
func foo()

func main() { foo() }
