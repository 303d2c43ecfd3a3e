package main

import _ "unsafe"

//go:linkname f main.v
func f() {}

var v int

func main() { f(); println(v) }
