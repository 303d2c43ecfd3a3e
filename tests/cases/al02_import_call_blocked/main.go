package main

import (
	"runtime"
	_ "unsafe"
)

//go:linkname f runtime.SetFinalizer
func f(a, b any)

func main() { runtime.SetFinalizer(new(int), nil) }
