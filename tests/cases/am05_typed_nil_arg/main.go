package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func f(x any) bool { return x != nil }
func main() {
	var p *int
	if f(p) { schedinit() }
}
