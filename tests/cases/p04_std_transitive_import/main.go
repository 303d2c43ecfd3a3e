package main

import (
	_ "os"
	_ "unsafe"
)

//go:linkname f internal/poll.(*FD).Fsync
func f()

var z int

func main() {
	if z > 0 {
		f()
	}
}
