package main

import (
	_ "unsafe"
)

//go:linkname f main.g.deferwrap2
func f()

func h(int) {}

func g() { go h(1); defer h(2) }

func main() { g(); f() }
