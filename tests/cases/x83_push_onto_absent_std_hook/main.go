package main

import (
	"net"
	_ "unsafe"
)

//go:linkname f net.parsePort
func f(s string) (int, bool) { return 0, false }

func main() { println(net.IPv4len); f("") }
