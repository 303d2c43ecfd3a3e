package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type e struct{}
func (e) Error() string { return "" }
func try() error { return nil }
func main() {
	if err := try(); err != nil { schedinit() }
}
