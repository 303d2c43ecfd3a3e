package main

import (
	_ "unsafe"
	"example.com/c/lib"
)

//go:linkname f example.com/c/lib.F
func f() int64 { return 2 }

func main() { println(f(), lib.F()) }
