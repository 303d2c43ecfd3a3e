package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

var m = map[string]int{}
func find(k string) (int, bool) {
	if k == "" {
		return 0, false
	}
	return 1, false
}
func main() {
	if _, ok := find("a"); ok { schedinit() }
}
