package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func f() (ok bool) {
	g := func() { ok = true }
	g()
	return
}
func main() { if f() { schedinit() } }
