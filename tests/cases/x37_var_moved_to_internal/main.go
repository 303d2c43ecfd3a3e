package main

import (
	"crypto/rand"
	_ "unsafe"
)

//go:linkname cpu golang.org/x/sys/cpu.X86
var cpu [1]byte

//go:linkname hasAES crypto/aes.supportsAES
var hasAES bool

func main() { println(rand.Reader, cpu[0], hasAES) }
