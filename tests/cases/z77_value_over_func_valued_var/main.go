package main

import (
	_ "net"
	_ "unsafe"
)

//go:linkname v net.socketFunc
var v = 7

func main() { println(v) }
