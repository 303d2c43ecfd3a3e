package lib

import _ "unsafe"

//go:linkname b main.x
func b() {}
