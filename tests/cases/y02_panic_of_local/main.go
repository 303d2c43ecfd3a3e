package main

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

func main() { panic := func(s string) {}; panic("x"); f() }
