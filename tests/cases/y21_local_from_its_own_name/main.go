package main

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

func main() { f := f; f() }
