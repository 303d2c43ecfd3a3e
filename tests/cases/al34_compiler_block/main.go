package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.block
func stub()

func main() {
	select {}
}
