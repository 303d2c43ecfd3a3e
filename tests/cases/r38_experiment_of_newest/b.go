//go:build goexperiment.jsonv2

package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func g() { f() }
