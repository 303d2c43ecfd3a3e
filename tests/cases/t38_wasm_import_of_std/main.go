package main

import (
	_ "syscall/js"
	_ "unsafe"
)

//go:linkname f syscall/js.stringVal
func f()

//go:linkname g syscall/js.valueSet
func g()

func main() { if z > 0 { g() } }

var z int
