package main

import (
	_ "unsafe"
)

//go:linkname check runtime.check
func check()

func must(b bool) { if !b { panic("no") } }

func main() {
must(false)
check()
}
