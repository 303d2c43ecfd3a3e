package main

import _ "unsafe"

//go:linkname b x.y
func b() {}
