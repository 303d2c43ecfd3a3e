package main

import _ "unsafe"

//go:linkname foo foo_tramp
func foo()

func main() { foo() }
