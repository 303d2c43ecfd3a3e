package main

import (
	_ "unsafe"
)

//go:linkname f main.g.gowrap2
func f()

func h(int) {}

func g() { go h(1) }

func main() { g(); f() }
