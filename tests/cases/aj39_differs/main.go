package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func find(k string) (int, bool) {
	if k == "" {
		return 0, false
	}
	return 1, true
}
func main() {
	if _, ok := find(""); ok { schedinit() }
}
