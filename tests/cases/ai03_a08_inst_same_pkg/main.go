package main

import _ "unsafe"

func Max[T int | string](a, b T) T { if a > b { return a }; return b }

//go:linkname f main.Max[int]
func f(a, b int) int

func main() { println(Max(1, 2), f(1,2)) }
