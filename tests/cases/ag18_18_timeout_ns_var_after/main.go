package main

import (
	"time"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad time.Duration.format
func bad(int64, *[32]byte) int

var ms = int(5 * time.Second / time.Millisecond)

func main() {
	
	bad(0, new([32]byte))
}
