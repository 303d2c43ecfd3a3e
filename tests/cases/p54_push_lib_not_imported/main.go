package main

import _ "unsafe"

//go:linkname hook
func hook() int

func main() { println(hook()) }
