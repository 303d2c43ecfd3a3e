package lib

import _ "unsafe"

//go:linkname impl main.hidden
func impl() {}
