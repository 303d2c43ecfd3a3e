package dep

import _ "unsafe"

//go:linkname nosuch runtime.nanotime

func F() {}
