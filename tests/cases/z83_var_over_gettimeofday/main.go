package main

import (
	_ "syscall"
	"unsafe"
)

//go:linkname v syscall.gettimeofday
var v uintptr

func main() { println(unsafe.Pointer(&v)) }
