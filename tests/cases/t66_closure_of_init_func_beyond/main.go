package main

import (
	_ "unsafe"
)

//go:linkname f main.init.0.func2
func f()

func init() { z = func() {} }

var z func()

func main() { f() }
