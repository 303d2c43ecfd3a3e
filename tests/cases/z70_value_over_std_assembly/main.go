package main

import _ "sync/atomic"
import _ "unsafe"

//go:linkname v sync/atomic.AddInt32
var v = 5

func main() { println(v) }
