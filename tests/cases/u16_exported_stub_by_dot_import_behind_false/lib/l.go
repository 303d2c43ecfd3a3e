package lib

import _ "unsafe"

//go:linkname Absent runtime.noSuch
func Absent()
