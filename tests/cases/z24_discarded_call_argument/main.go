package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

func use(func()) {}

func main() { use(f) }
