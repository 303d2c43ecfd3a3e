package main

import (
	"runtime"
	_ "unsafe"
)

//go:linkname f runtime.GC
func f()

func main() {
	if false {
		runtime.GC()
	}
}
