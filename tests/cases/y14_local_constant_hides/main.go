package main

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

const debug = false
func main() { const debug = true; if debug { f() } }
