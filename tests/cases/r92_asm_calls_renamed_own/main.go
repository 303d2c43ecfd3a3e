package main

import _ "unsafe"

func f()

//go:linkname g x.y
func g() {}

func main() { f() }
