package main

import _ "example.com/x/lib"
import _ "unsafe"

//go:linkname f example.com/x/lib.Max[int]
func f(a, b int) int

func main() { println(f(1, 2)) }
