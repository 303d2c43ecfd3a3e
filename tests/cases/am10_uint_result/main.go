package main

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

func f() uint8 { return 200 }
func main() { if f()+100 < 50 { schedinit() } }
