package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

var list []func()

func main() {
	for _, f := range list {
		f()
	}
}
