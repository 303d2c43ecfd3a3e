package lib

import _ "unsafe"

//go:linkname pl runtime.printlock
func pl()
