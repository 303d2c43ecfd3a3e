package main

import _ "unsafe"

//go:linkname f
func f() {}

func main() { f() }
