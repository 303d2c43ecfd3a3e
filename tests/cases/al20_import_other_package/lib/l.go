package lib

import _ "unsafe"

//go:linkname F runtime.GC
func F()
