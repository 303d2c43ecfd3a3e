package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.deferreturn
func stub()

func main() {
	defer func() { recover() }()
}
