package c

import _ "unsafe"

//go:linkname impl example.com/c.hidden
func impl() {}
