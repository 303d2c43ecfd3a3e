package main

import _ "unsafe"

type T struct{ cgocheck, clobberfree int32 }
func (t *T) show() { println(t.cgocheck) }

//go:linkname d runtime.debug
var d T

func main() { d.show() }
