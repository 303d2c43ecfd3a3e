package lib

import _ "unsafe"

//go:linkname a example.com/other.f
func a() {}

//go:linkname b example.com/other.f
func b()

func F() { a(); b() }
