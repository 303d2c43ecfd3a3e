package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

type t struct{}

func (t) M() { f() }

func main() { _ = t.M; _ = t{}.M }
