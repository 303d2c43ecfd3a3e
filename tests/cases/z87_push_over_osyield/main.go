package main

import _ "unsafe"

//go:linkname f runtime.osyield
func f() {}

func main() { f() }
