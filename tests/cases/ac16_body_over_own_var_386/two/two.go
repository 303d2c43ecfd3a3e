package two

import _ "unsafe"

//go:linkname x example.com/c/one.X
func x() int { return 1 }
