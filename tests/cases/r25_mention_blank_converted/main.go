package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

var _ = any(f)

func main() {}
