package a

import _ "unsafe"

//go:linkname p example.com/shared.config
var p = "a"
