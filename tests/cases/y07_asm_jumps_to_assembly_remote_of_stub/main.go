package main

import _ "unsafe"

//go:linkname h runtime.mcall
func h()
func g()
func main() { println() }
