package main

import _ "unsafe"

//go:linkname f runtime.nanotime
var f int

//go:linkname g runtime.nanotime
func g() int64

func main() { println(f); g() }
