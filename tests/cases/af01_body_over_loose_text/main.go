package main

import _ "unsafe"

//go:linkname f f_of_c
func f() {}

func main() { f() }
