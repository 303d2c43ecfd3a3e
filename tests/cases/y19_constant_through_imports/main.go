package main

import _ "unsafe"
import "example.com/c/lib"

//go:linkname f runtime.noSuch
func f()

const debug = lib.Debug && true
func main() { if debug { f() } }
