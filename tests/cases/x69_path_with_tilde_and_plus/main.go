package main

import (
	_ "example.com/c/a+b~c"
	_ "unsafe"
)

//go:linkname f example.com/c/a+b~c.f
func f()

func main() { f() }
