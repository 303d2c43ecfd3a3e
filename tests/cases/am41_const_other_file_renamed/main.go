package main

import (
	"m/runtime"
	_ "unsafe"
)

//go:linkname check runtime.check
func check()

func main() { if isLinux { check() }; println(runtime.GOOS) }
