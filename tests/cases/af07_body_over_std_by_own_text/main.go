package main

import _ "unsafe"

//go:linkname f runtime.nothere
func f() {}

func main() { f() }
