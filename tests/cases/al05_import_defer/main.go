package main

import (
	"runtime"
	_ "unsafe"
)

//go:linkname f runtime.GC
func f()

func main() { defer runtime.GC() }
