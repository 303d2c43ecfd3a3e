package main

import _ "unsafe"

//go:linkname impl example.com/c/lib.hidden
func impl() {}
