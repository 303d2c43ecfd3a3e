package main

import "example.com/x/lib"
import _ "unsafe"

//go:linkname f example.com/x/lib.Max[...]
func f(a, b int) int

func main() { println(lib.Max(1, 2)); println(f(1, 2)) }
