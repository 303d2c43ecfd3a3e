package main

import (
	"net"
	"unsafe"
)

//go:linkname bad net.(*conn).ok
func bad(*net.TCPConn)

var _ unsafe.Pointer

func main() { bad(nil) }
