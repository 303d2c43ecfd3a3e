//go:build cgo

package main

import _ "unsafe"

//go:linkname f runtime.nosuch
func f()
