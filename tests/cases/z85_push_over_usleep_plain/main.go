package main

import _ "unsafe"

//go:linkname f runtime.usleep
func f() {}

func main() { f() }
