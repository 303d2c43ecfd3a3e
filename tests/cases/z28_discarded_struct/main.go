package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

type s struct{ f func() }

func main() {
	_ = s{f}
	_ = s{f: f}.f
}
