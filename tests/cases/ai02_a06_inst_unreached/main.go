package main

import _ "unsafe"

//go:linkname f example.com/x/lib.Max[int]
func f(a, b int) int

func main() { }
