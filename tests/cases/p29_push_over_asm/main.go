package main

import _ "unsafe"

//go:linkname f internal/bytealg.IndexByteString
func f(s string, c byte) int { return -1 }

func main() { f("", 1) }
