package main

import (
	_ "unsafe"
)

//go:linkname stub runtime.chanrecv2
func stub()

var a chan int

func main() {
	select {
	case x := <-a:
		println(x)
	}
}
