package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.selectgo
func stub()

var a, b chan int

func main() {
	select {
	case <-a:
	case <-b:
	}
}
