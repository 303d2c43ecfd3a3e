package lib

import _ "unsafe"

//go:linkname Absent example.com/c/lib.absent
func Absent()
