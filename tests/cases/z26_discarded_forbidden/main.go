package main

import _ "unsafe"

//go:linkname f runtime.gcStart
func f()

func main() { _ = f }
