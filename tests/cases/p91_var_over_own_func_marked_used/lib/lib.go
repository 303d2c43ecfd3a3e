package lib

import _ "unsafe"

//go:linkname f
//go:noinline
func f() int { return 1 }

func Call() int { return f() }
