package main

import _ "unsafe"

//go:linkname g runtime.noSuchThing
func g()

var z int

func main() { if z > 0 { g() } }
