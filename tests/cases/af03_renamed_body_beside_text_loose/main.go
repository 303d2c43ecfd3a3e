package main

import _ "unsafe"

//go:linkname f other_name
func f() { println("go") }

func main() { f() }
