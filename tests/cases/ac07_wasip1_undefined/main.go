package main

import _ "unsafe"

//go:linkname g runtime.noSuchThing
func g()

func main() { g() }
