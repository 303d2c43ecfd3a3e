package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f() int

func main() {
	for i := 0; false; i += f() {
		println(i)
	}
}
