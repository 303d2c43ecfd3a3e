package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type level int
func (l *level) set() { *l = 5 }
func main() {
	x := level(1)
	x.set()
	if x > 3 { schedinit() }
}
