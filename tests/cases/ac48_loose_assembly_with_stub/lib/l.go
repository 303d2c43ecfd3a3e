package lib

import _ "unsafe"

//go:linkname f foo_tramp
func f()
