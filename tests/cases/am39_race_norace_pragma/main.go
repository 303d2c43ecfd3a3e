package main

import _ "unsafe"

//go:linkname check runtime.check
func check()

//go:norace
func enabled() bool { return false }

func main() { if enabled() { check() } }
