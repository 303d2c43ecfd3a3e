package lib

import _ "unsafe"

//go:linkname f main.nope
func f()

func F() { f() }
