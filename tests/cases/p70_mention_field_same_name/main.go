package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

type s struct{ f int }

func main() { println(s{f: 1}.f) }
