package main

import _ "unsafe"

//go:linkname x main.main
func x() {}
