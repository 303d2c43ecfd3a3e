package main

import (
	_ "unsafe"
)

//go:linkname f main.g-range2
func f()

//go:noinline
func it(yield func(int) bool) { yield(1) }

func g() { for i := range it { println(i) } }

func main() { g(); f() }
