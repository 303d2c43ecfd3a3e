package main

import _ "unsafe"

//go:linkname f type:int
func f()

func main() { f() }
