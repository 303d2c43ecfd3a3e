package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func f() any {
	var p *int
	return p
}
func main() { if f() != nil { schedinit() } }
