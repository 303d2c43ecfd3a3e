package main

import (
	_ "unsafe"
)

//go:linkname check runtime.check
func check()

type T struct{ n int }

func main() {
if p := new(T); p == nil { check() }
}
