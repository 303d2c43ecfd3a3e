package main

import _ "unsafe"

//go:linkname check runtime.check
func check()

func main() { if isWindows() { check() } }
