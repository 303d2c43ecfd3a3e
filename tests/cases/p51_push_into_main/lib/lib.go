package lib

import _ "unsafe"

//go:linkname impl main.hook
func impl() int { return 3 }
