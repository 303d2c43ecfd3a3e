package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func get() (int, bool) { return 0, false }
func main() {
	if _, ok := get(); ok { schedinit() }
}
