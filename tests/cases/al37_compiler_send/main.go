package main

import _ "unsafe"

//go:linkname gp runtime.chansend1
func gp(uintptr, uintptr)

var c = make(chan int, 3)

func main() { c <- 1 }
