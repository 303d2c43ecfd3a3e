package main

import (
	"os"
	"unsafe"
)

//go:linkname bad internal/poll.(*FD).Close
func bad(*os.File)

var _ unsafe.Pointer

func main() { bad(os.Stdin) }
