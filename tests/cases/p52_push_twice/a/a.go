package a

import _ "unsafe"

//go:linkname f example.com/c/shared.f
func f() {}
