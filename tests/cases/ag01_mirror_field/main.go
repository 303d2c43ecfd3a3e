package main

import _ "unsafe"

type T struct{ cgocheck, clobberfree int32 }

//go:linkname d runtime.debug
var d T

func main() { println(d.cgocheck) }
