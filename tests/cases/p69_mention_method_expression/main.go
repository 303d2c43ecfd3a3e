package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

type s struct{ g func() }

var S = s{g: f}

func main() {}
