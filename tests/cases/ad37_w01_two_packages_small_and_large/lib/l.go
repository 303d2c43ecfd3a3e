package lib

import _ "unsafe"

//go:linkname v runtime.allglen
var v [2]uintptr
