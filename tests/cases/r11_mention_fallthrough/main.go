package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func main() {
	switch 1 {
	case 1:
		println(1)
		fallthrough
	case 2:
		f()
	}
}
