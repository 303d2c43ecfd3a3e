package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func debug(n int) bool {
	if n == 0 {
		return false
	}
	return debug(n - 1)
}
func main() { if debug(1) { schedinit() } }
