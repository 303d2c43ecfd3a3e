package main

import (
	"syscall"
	_ "unsafe"
)

//go:linkname gp syscall.Getpid
func gp() int

func main() { println(syscall.Getpid()) }
