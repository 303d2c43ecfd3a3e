package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

type t[P any] struct{ p P }

func (t[P]) m() { f() }

func main() {}
