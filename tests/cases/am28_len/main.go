package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func main() {
	s := "abcdefghijklmnopq"
	if s == "zyxwvutsrqponmlkj" { schedinit() }
}
