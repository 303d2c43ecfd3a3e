//go:build never
// +build never

package main

import (
	_ "unsafe"
)

//go:linkname f runtime.gcStart
func f()

func g() { f() }
