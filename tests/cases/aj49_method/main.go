package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type t struct{}
func (t) use(f func()) {}
func main() {
	var x t
	x.use(schedinit)
}
