package main

import _ "unsafe"

//go:linkname m runtime.morestackc
func m()

func main() { m() }
