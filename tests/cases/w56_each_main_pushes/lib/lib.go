package lib

import _ "unsafe"

//go:linkname hidden
func hidden()

func F() { hidden() }
