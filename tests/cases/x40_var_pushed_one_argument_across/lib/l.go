package lib

import _ "unsafe"

//go:linkname p
var p = [2]string{"a"}
