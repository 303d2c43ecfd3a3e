package main

import _ "unsafe"

//go:linkname g runtime.noSuchThing
func g()

var p = g

func main() { p() }
