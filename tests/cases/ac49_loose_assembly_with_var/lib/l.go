package lib

import _ "unsafe"

//go:linkname f foo_tramp
var f byte

func G() *byte { return &f }
