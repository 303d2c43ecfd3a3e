package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

type fn func()

func main() {
	_ = fn(f)
	var _ fn = fn(f)
}
