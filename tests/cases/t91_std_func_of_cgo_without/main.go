package main

import (
	_ "os/user"
	_ "unsafe"
)

//go:linkname f os/user.lookupUnixUid
func f()

func main() { if z > 0 { f() } }

var z int
