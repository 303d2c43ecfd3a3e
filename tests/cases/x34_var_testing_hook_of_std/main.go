package main

import (
	"net"
	_ "unsafe"
)

//go:linkname lookup net.testHookLookupIP
var lookup func()

func main() { println(net.IPv4len, lookup == nil) }
