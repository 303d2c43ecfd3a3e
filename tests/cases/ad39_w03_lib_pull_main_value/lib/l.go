package lib

import _ "unsafe"

//go:linkname v runtime.allglen
var v uintptr
