package main

import _ "unsafe"

//go:linkname h runtime.gopark
func h()
func g()
func main() { println(); g() }
