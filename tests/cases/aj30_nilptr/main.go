package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func get() *int { return nil }
func main() {
	if p := get(); p != nil { schedinit() }
}
