package main

import (
	_ "net"
	_ "unsafe"
)

//go:linkname f net.isDomainName
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
