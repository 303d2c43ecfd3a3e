package main

import _ "example.com/c/lib"
import _ "unsafe"

//go:linkname impl example.com/c/lib.Hidden
func impl() {}

func main() {}
