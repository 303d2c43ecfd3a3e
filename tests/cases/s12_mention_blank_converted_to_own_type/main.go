package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

type F func()

var _ = F(f)

func main() {}
