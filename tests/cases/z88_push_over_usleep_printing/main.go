package main

import _ "unsafe"

//go:linkname f runtime.usleep
func f(usec uint32) { println(usec) }

func main() { f(1) }
