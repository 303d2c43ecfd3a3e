package lib

import _ "unsafe"

//go:linkname f
func f() int { return 1 }
