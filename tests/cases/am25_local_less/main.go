package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func main() {
	s := "prod"
	if s < "a" { schedinit() }
}
