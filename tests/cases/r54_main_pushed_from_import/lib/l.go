package lib

import _ "unsafe"

//go:linkname x main.main
func x() {}
