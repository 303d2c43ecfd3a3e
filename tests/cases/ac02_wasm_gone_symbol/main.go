package main

import _ "unsafe"

//go:linkname g runtime.wasmTruncU
func g()

func main() { g() }
