package main

import _ "unsafe"

//go:linkname g example.com/c/lib.v
var g int
