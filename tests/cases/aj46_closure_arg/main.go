package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func main() {
	gt := func(a, b int) bool { return a > b }
	if gt(1, 2) { schedinit() }
}
