package main

import (
	_ "net"
	_ "unsafe"
)

//go:linkname f net.cgoLookupIP
func f()

//go:linkname g net.acquireThread
func g()

//go:linkname h net._C_getaddrinfo
func h()

func main() { if z > 0 { f(); g(); h() } }

var z int
