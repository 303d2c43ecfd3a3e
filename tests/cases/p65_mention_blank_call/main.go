package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

var z int

var _ = h(f)

var kept func()

//go:noinline
func h(g func()) int { kept = g; return 1 }

func main() {}
