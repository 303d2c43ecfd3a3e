package main

import _ "unsafe"

//go:linkname f main.g
func f() {}

func g()

func main() { f(); g() }
