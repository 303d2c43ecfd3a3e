package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

type t struct{}

func (t) m() { f() }

func main() {}
