package main

import _ "unsafe"

//go:linkname g g_of_c
//go:nosplit
func g(n int) {}

func f()

func main() { f() }
