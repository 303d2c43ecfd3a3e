package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func f() (ok bool) {
	ok = true
	return
}
func main() { if f() { schedinit() } }
