package lib

import _ "unsafe"

//go:linkname p main.config
var p = "pushed"
