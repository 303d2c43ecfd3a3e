package b

import _ "unsafe"

//go:linkname p example.com/shared.config
var p [5]string
