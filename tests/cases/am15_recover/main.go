package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func todo() { panic("todo") }
func run() {
	defer func() { recover() }()
	todo()
	schedinit()
}
func main() { run() }
