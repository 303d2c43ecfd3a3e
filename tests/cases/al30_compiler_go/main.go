package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.newproc
func stub()

func main() {
	go println(1)
}
