package main

import _ "unsafe"

//go:linkname pl runtime.printlock
func pl()

func debug() { println("x") }

func main() {}
