package main

import (
	_ "example.com/m/q"
	_ "unsafe"
)

//go:linkname f example.com/m/q.asmOnly
func f()

func main() { _ = f }
