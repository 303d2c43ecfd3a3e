package main

import _ "unsafe"

//go:linkname g g_of_c
func g() {}

func f()

func main() { f() }
