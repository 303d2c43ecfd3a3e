package dep

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func G() { f() }
