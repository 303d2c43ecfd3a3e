package main

import _ "unsafe"

//go:linkname f main.g
func f() {}

func main() { f() }
