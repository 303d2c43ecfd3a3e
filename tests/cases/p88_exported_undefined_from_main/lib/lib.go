package lib

import _ "unsafe"

//go:linkname F runtime.privateHelper
func F()
