package main

import (
	"time"
	"unsafe"
)

var _ unsafe.Pointer


//go:linkname bad time.Duration.format
func bad(int64, *[32]byte) int

var n = int64(time.Second)

func main() {
	
	bad(0, new([32]byte))
}
