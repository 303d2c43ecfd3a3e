package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func use[T any](f T) {}
func main() { use(schedinit) }
