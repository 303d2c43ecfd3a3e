package main

import (
	"sync/atomic"
	_ "unsafe"
)

//go:linkname f sync/atomic.AddInt64
func f(addr *int64, delta int64) int64 { return 42 }

func main() {
	var x atomic.Int32
	println(f(nil, 1), x.Add(1))
}
