package main

import _ "unsafe"

//go:linkname check runtime.check
func check()

type Mode uint8

//go:noinline
func (m *Mode) Set(b Mode) { *m |= b }

func main() {
	var m Mode = 0
	m.Set(1)
	if m&1 != 0 {
		check()
	}
}
