package main

import (
	_ "unsafe"
)

//go:linkname f strings.explode
func f()

func dead() { f() }

func main() {}
