package main

import (
	"net"
	_ "unsafe"
)

//go:linkname f net.(*netFD).connect
func f(c *net.TCPConn)

func main() { f(nil) }
