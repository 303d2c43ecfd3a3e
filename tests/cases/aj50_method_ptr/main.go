package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type t struct{ n int }
func (x *t) use(f func()) { x.n++ }
func main() {
	x := &t{}
	x.use(schedinit)
}
