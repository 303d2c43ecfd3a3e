package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func debug[T any]() bool { return false }
func main() { if debug[int]() { schedinit() } }
