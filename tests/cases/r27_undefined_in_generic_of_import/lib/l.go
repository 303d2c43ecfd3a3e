package lib

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

func G[T any]() { f() }
