package main

import "os"
import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func f(n int) bool {
	if n > 3 {
		return false
	}
	return false
}
func main() { if f(len(os.Args)) { schedinit() } }
