package main

import (
	"time"
	"unsafe"
)

var _ unsafe.Pointer
const _ = time.Second

//go:linkname bad time.Duration.format
func bad(int64, *[32]byte) int



func main() {
	
	bad(0, new([32]byte))
}
