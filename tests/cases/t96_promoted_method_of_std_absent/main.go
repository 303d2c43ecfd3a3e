package main

import (
	_ "net"
	_ "unsafe"
)

//go:linkname i net.(*TCPConn).noSuch
func i()

func main() { if z > 0 { i() } }

var z int
