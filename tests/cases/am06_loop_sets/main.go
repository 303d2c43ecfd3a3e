package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func f() bool {
	ok := false
	for i := 0; i < 3; i++ {
		if ok {
			return true
		}
		ok = true
	}
	return false
}
func main() { if f() { schedinit() } }
