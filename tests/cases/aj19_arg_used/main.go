package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func gt(a, b int) bool { return a > b }
func main() { if gt(1, 2) { schedinit() } }
