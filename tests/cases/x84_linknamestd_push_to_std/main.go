package main

import _ "unsafe"

//go:linknamestd f runtime.newHook
func f() {}

func main() { f() }
