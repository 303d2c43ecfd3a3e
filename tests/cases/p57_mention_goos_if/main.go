package main

import (
	"runtime"
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	if runtime.GOOS == "windows" {
		f()
	}
}
