//go:build special

package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func dead() { f() }
