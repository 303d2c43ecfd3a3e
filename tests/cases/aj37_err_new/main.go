package main

import "errors"
import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func try() error { return errors.New("x") }
func main() {
	if err := try(); err == nil { schedinit() }
}
