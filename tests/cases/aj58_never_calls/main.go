package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func use(f func(), run bool) {
	if run {
		f()
	}
}
func main() { use(schedinit, false) }
