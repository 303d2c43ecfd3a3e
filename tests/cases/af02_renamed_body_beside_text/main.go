package main

import _ "unsafe"

//go:linkname f example.com/x.other
func f() {}

func main() { f() }
