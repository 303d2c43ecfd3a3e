package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

//go:noinline
func get() func() { return f }

func main() { _ = get() }
