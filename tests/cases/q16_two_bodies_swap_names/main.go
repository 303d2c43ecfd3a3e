package main

import _ "unsafe"

//go:linkname f main.g
func f() {}

//go:linkname g main.f
func g() {}

func main() { f(); g() }
