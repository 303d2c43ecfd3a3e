package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func gt(a, b int) bool { return a > b }
func main() {
	x := 1
	if gt(x, 2) { schedinit() }
}
