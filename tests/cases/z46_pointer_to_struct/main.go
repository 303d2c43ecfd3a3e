package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

type table struct{ f func() }

func main() {
	_ = &table{f: f}
}
