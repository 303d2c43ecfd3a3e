package main

import _ "unsafe"
import "example.com/c/lib"

//go:linkname f runtime.noSuch
func f()

func main() { if lib.Debug { f() } }
