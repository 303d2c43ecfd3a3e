package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

type level int
func (l *level) on() bool {
	*l = 5
	return *l > 3
}
func main() {
	x := level(1)
	if x.on() { schedinit() }
}
