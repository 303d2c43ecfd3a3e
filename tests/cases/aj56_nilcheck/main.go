package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func use(f func()) bool { return f == nil }
func main() { println(use(schedinit)) }
