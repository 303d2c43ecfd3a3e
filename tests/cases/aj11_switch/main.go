package main

import "runtime"
import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func debug() bool {
	switch runtime.GOARCH {
	case "plan9":
		return true
	}
	return false
}
func main() { if debug() { schedinit() } }
