package main

import (
	_ "net"
	_ "unsafe"
)

//go:linkname f net.runtime_pollOpen
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
