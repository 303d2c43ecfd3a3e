package main

import _ "unsafe"

//go:linkname f runtime.overflowError
func f()

func main() { _ = f }
