package main

import (
	"runtime"
	_ "unsafe"
)

//go:linkname stub runtime.KeepAlive
func stub(any)

func main() { runtime.KeepAlive(1) }
