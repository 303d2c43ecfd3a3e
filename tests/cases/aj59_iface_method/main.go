package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type user interface{ use(f func()) }
type t struct{}
func (t) use(f func()) {}
func main() {
	var u user = t{}
	u.use(schedinit)
}
