package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func main() {
	use := func(f func()) {}
	use(schedinit)
}
