package main

import _ "unsafe"

type T struct{ cgocheck, clobberfree int32 }
func show(t *T) { println(t.cgocheck) }

//go:linkname d runtime.debug
var d T

func main() { show(&d) }
