package lib

import _ "unsafe"

//go:linkname f strings.explode
func f() {}
