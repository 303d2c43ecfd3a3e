package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func todo() { panic("todo") }
func main() {
	todo()
	schedinit()
}
