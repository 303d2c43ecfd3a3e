package main

import (
	_ "unsafe"
)

//go:linkname f main.g.deferwrap2
func f()

func h(int) {}

func g() { defer h(1) }

func main() { g(); f() }
