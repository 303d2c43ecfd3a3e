package main

import (
	_ "net"
	_ "unsafe"
)

//go:linkname h net.(*TCPConn).Close
func h()

//go:linkname i net.(*TCPConn).noSuch
func i()

func main() { if z > 0 { h() } }

var z int
