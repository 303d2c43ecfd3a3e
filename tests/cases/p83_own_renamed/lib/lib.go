package lib

import _ "unsafe"

//go:linkname impl example.com/c/lib.other
func impl() {}
