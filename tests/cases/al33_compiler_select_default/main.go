package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.selectgo
func stub()

var a chan int

func main() {
	select {
	case <-a:
	default:
	}
}
