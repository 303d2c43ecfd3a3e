package main

import _ "unsafe"

//go:linkname f runtime.noSuch
func f()

func panic(s string) {}
func main() { panic("x"); f() }
