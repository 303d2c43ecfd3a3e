package main

import _ "unsafe"

//go:linkname gp runtime.makechan
func gp(uintptr, int) uintptr

var c chan int

func main() { c = make(chan int, 3) }
