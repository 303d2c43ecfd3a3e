package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	if ^uint(0)>>63 == 0 {
		f()
	}
}
