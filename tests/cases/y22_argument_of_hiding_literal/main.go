package main

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

func main() { func(f func()) { f() }(f) }
